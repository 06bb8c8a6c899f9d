namespace Dateline.Cli;

/// <summary>The command line asks for what is not there. The message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
