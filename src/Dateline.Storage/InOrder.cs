namespace Dateline.Storage;

/// <summary>Runs a function over a sequence on all cores and gives the results in the sequence's order, with few of them in memory.</summary>
public static class InOrder
{
    private const int PerCore = 4; // enough that a core with short pages does not wait for one with a long page

    /// <summary>Takes at most a few items per core ahead of what was handed out.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> source, Func<T, TResult> map)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(map);
        return Run(source, map, Environment.ProcessorCount * PerCore);
    }

    private static IEnumerable<TResult> Run<T, TResult>(IEnumerable<T> source, Func<T, TResult> map, int ahead)
    {
        var running = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in source)
            {
                running.Enqueue(Task.Run(() => map(item)));
                if (running.Count >= ahead) yield return running.Dequeue().GetAwaiter().GetResult();
            }

            while (running.Count > 0) yield return running.Dequeue().GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever stops early, or meets an error, leaves no work behind.
            while (running.Count > 0) ((IAsyncResult)running.Dequeue()).AsyncWaitHandle.WaitOne();
        }
    }
}
