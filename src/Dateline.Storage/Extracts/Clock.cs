namespace Dateline.Storage.Extracts;

/// <summary>By which of an entry's times it is ordered.</summary>
public enum Clock
{
    /// <summary>When it happened.</summary>
    Event,
    Said,
    Published,
    Captured,
}
