namespace Dateline.Annotation;

/// <summary>A statement in the making, as token ranges.</summary>
internal sealed class Draft
{
    public required string Rule { get; init; }

    public TokenRange Source { get; set; }

    public List<TokenRange> Cue { get; } = [];

    public List<TokenRange> Content { get; } = [];

    /// <summary>True where the content is the inside of quotation marks.</summary>
    public bool IsQuotation { get; set; }

    /// <summary>The statement whose speaker and occasion go on here.</summary>
    public Draft? Continues { get; set; }

    public TokenRange Channel { get; set; }

    public List<TokenRange> Relay { get; } = [];

    public Timex? Said { get; set; }

    public bool Negated { get; set; }

    /// <summary>The same under another rule.</summary>
    public Draft As(string rule)
    {
        var draft = new Draft { Rule = rule, Source = Source, IsQuotation = IsQuotation, Continues = Continues, Channel = Channel, Said = Said, Negated = Negated };
        draft.Cue.AddRange(Cue);
        draft.Content.AddRange(Content);
        draft.Relay.AddRange(Relay);
        return draft;
    }

    public int CueToken => Cue.Count > 0 ? Cue[0].First : Content[0].First;

    public int First => Math.Min(CueToken, Math.Min(Content[0].First, Source.IsEmpty ? int.MaxValue : Source.First));

    public bool Holds(int token) => Content.Exists(c => c.Contains(token));
}
