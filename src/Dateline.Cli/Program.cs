using Dateline.Cli;

using var interrupt = new Interrupt();
return await Edge.Run(Root.Create(), args, interrupt.Token);
