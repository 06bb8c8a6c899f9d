namespace Dateline.Time;

/// <summary>Compiles the pattern language of the time rules. Elements are separated by blanks, each matches one or more pieces:
/// <c>word</c> as written (with a capital: only with one); <c>{name}</c> a fragment, a form of numbers or a class of words; <c>( a | b )</c> a choice;
/// <c>&lt;name: ... &gt;</c> a named group; <c>?</c> after an element makes it optional; <c>~</c> demands that no white space comes before the next.</summary>
internal sealed class PatternReader
{
    private const string Special = "(){}<>|?~ ";
    private const int DeepestNesting = 12; // fragments within fragments: a rule that refers to itself is an error of the rule file

    private readonly IReadOnlyDictionary<string, string> fragments;
    private readonly List<string> names = [];

    private PatternReader(IReadOnlyDictionary<string, string> fragments) => this.fragments = fragments;

    /// <exception cref="FormatException">the pattern is not well formed, or names a fragment that is not there</exception>
    public static (PatternNode Start, string[] Captures) Compile(string pattern, IReadOnlyDictionary<string, string> fragments)
    {
        var reader = new PatternReader(fragments);
        var tree = reader.ReadChoice(new Cursor(pattern), 0);
        return (tree(new PatternNode.Accept(), -1), [.. reader.names]);
    }

    /// <summary>An element, given what comes after it and the capture around it.</summary>
    private delegate PatternNode Element(PatternNode next, int capture);

    private sealed class Cursor(string text)
    {
        public int At { get; set; }

        public bool Ended => At >= text.Length;

        public char Current => text[At];

        public void SkipBlanks()
        {
            while (!Ended && Current == ' ') At++;
        }

        public string ReadUntil(string stops)
        {
            var start = At;
            while (!Ended && !stops.Contains(Current, StringComparison.Ordinal)) At++;
            return text[start..At];
        }

        public void Expect(char c)
        {
            if (Ended || Current != c) throw new FormatException($"'{c}' expected at {At} of '{text}'.");
            At++;
        }
    }

    private Element ReadChoice(Cursor cursor, int depth)
    {
        if (depth > DeepestNesting) throw new FormatException("A pattern is nested too deep.");
        var ways = new List<Element> { ReadSequence(cursor, depth) };
        while (!cursor.Ended && cursor.Current == '|')
        {
            cursor.At++;
            ways.Add(ReadSequence(cursor, depth));
        }

        if (ways.Count == 1) return ways[0];
        return (next, capture) => new PatternNode.Choice([.. ways.Select(way => way(next, capture))]);
    }

    private Element ReadSequence(Cursor cursor, int depth)
    {
        var elements = new List<Element>();
        for (cursor.SkipBlanks(); !cursor.Ended && cursor.Current is not ('|' or ')' or '>'); cursor.SkipBlanks())
        {
            var element = ReadElement(cursor, depth);
            if (!cursor.Ended && cursor.Current == '?')
            {
                cursor.At++;
                var optional = element;
                element = (next, capture) => new PatternNode.Choice([optional(next, capture), next]);
            }

            elements.Add(element);
        }

        return (next, capture) =>
        {
            for (var i = elements.Count - 1; i >= 0; i--) next = elements[i](next, capture);
            return next;
        };
    }

    private Element ReadElement(Cursor cursor, int depth)
    {
        switch (cursor.Current)
        {
            case '(':
                cursor.At++;
                var group = ReadChoice(cursor, depth + 1);
                cursor.Expect(')');
                return group;
            case '<':
                cursor.At++;
                var name = cursor.ReadUntil(":");
                cursor.Expect(':');
                var index = names.IndexOf(name);
                if (index < 0)
                {
                    index = names.Count;
                    names.Add(name);
                }

                var caught = ReadChoice(cursor, depth + 1);
                cursor.Expect('>');
                return (next, _) => new PatternNode.Open(index, caught(new PatternNode.Close(index, next), index));
            case '{':
                cursor.At++;
                var reference = cursor.ReadUntil("}");
                cursor.Expect('}');
                return Reference(reference, depth);
            case '~':
                cursor.At++;
                return (next, _) => new PatternNode.Glue(next);
            default:
                return Word(cursor.ReadUntil(Special));
        }
    }

    private Element Reference(string name, int depth)
    {
        if (fragments.TryGetValue(name, out var fragment)) return ReadChoice(new Cursor(fragment), depth + 1);
        if (NumberForms.Named(name) is { } form) return (next, capture) => new PatternNode.NumberForm(form, capture, next);
        if (TimeWords.All.Named(name) is { } words) return (next, capture) => new PatternNode.WordClass(words, capture, next);
        throw new FormatException($"There is no fragment, number form or class of words '{name}'.");
    }

    /// <summary>One literal may be several pieces: "a.m.", "o'clock".</summary>
    private static Element Word(string literal)
    {
        var pieces = Piece.Read(literal, new TextSpan(0, literal.Length));
        if (pieces.Length == 0) throw new FormatException("An empty word in a pattern.");
        return (next, _) =>
        {
            for (var i = pieces.Length - 1; i >= 0; i--)
            {
                next = new PatternNode.Literal(pieces[i].Lower, pieces[i].Capital, next);
                if (i > 0) next = new PatternNode.Glue(next);
            }

            return next;
        };
    }
}
