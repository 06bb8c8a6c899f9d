using System.Text.Json;
using Dateline.Annotation;
using Dateline.Exchange;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>Trains the tagger of names and measures it on documents that it has not seen.</summary>
internal static class NameTraining
{
    private const int Folds = 10;
    private const float DerivedWeight = .2f; // GUM's names are derived from its mentions, by other rules than those of the two others

    /// <summary>All classes of things; the gold of two of the sets has none, so that what is outside there may be one.</summary>
    private static readonly uint Things = Enumerable.Range(1, NameTagger.Classes - 1).Where(c => NameTagger.TypeOf(c) == NameType.Thing).Aggregate(0u, (bits, c) => bits | (1u << c));

    private static readonly string[] Sets = ["wikigold", "uner-ewt", "gum"];

    /// <summary>Writes the model, and to <paramref name="predictions"/> what models of the other folds and the rules find together, as score_ner.py takes it. Either may be left out.</summary>
    public static void Run(string data, string? models, string? predictions)
    {
        var documents = Sets.SelectMany(set => Load(Path.Combine(data, "annotation", set, "docs.jsonl"), set)).ToList();
        Console.Error.WriteLine($"{documents.Count} documents, {documents.Sum(d => d.Features.Words.Count)} tokens");
        if (predictions is not null)
        {
            Directory.CreateDirectory(predictions);
            var found = Unseen(documents);
            foreach (var set in Sets)
            {
                File.WriteAllLines(Path.Combine(predictions, set + ".jsonl"), documents.Select((d, i) => (d, Names: found[i])).Where(p => p.d.Set == set).Select(p => Line(p.d, p.Names)));
            }
        }

        if (models is null) return;
        var packed = Train(documents);
        File.WriteAllBytes(Path.Combine(models, "names.bin"), packed);
        Console.Error.WriteLine($"{packed.Length} bytes");
    }

    /// <summary>What models of the other folds find in each document.</summary>
    private static List<TaggedName>[] Unseen(List<Document> documents)
    {
        var found = new List<TaggedName>[documents.Count];
        Parallel.For(0, Folds, fold =>
        {
            var tagger = NameTagger.Read(ModelFile.Unpack(Train(documents.Where((_, i) => i % Folds != fold))));
            for (var i = fold; i < documents.Count; i += Folds) found[i] = tagger.Tag(documents[i].Features);
        });
        return found;
    }

    private static string Line(Document document, List<TaggedName> names)
    {
        var points = new CodePoints(document.Features.Words.Text);
        // these sets have no facilities: buildings and roads are places there
        var settled = MentionFinder.Settle(document.Features, [.. document.Ruled], names).Select(n => (n.Part, Type: n.Kind == EntityKind.Facility ? NameType.Place : NameMerger.TypeOf(n.Kind))).Where(n => n.Type is not null).Select(n => new TaggedName(n.Part.First, n.Part.End, n.Type!.Value));
        var entities = settled.Select(n =>
        {
            var span = document.Features.Words.Cover(n.First, n.End);
            return new { start = points.Of(span.Start), end = points.Of(span.End), type = n.Type switch { NameType.Person => "PER", NameType.Organisation => "ORG", _ => "LOC" } };
        });
        return JsonSerializer.Serialize(new { id = document.Id, entities });
    }

    private static byte[] Train(IEnumerable<Document> documents) => ModelFile.Pack(writer => NameChain.Train([.. documents.SelectMany(d => d.Sentences)], writer));

    private static IEnumerable<Document> Load(string path, string set)
    {
        foreach (var line in File.ReadLines(path))
        {
            var json = JsonDocument.Parse(line).RootElement;
            var id = json.GetProperty("id").GetString()!;
            var text = json.GetProperty("text").GetString()!;
            var words = new Words(Analyzer.Analyze(ArticleText.Of(id, text)));
            var gold = new int[words.Count];
            var points = new CodePoints(text);
            var ends = Enumerable.Range(0, words.Count).ToDictionary(i => points.Of(words.Span(i).End), i => i);
            var starts = Enumerable.Range(0, words.Count).ToDictionary(i => points.Of(words.Span(i).Start), i => i);
            foreach (var name in set == "gum" ? DerivedNames.Of(words, json.GetProperty("mentions"), starts, ends) : Marked(words, json.GetProperty("entities"), starts, ends))
                for (var i = name.First; i < name.End; i++) gold[i] = NameTagger.ClassOf(name.Type, i == name.First, i + 1 == name.End);
            var ruled = MentionFinder.ByRules(words).Named;
            var features = new NameFeatures(words, ruled);
            yield return new Document(set, id, features, ruled, [.. SentencesOf(features, gold, set)]);
        }
    }

    /// <summary>The names that people have marked.</summary>
    private static IEnumerable<TaggedName> Marked(Words words, JsonElement entities, Dictionary<int, int> starts, Dictionary<int, int> ends)
    {
        foreach (var entity in entities.EnumerateArray())
        {
            NameType? type = entity.GetProperty("type").GetString() switch { "PER" => NameType.Person, "ORG" => NameType.Organisation, "LOC" => NameType.Place, "MISC" => NameType.Thing, _ => null };
            if (type is { } kind && starts.TryGetValue(entity.GetProperty("start").GetInt32(), out var first) && ends.TryGetValue(entity.GetProperty("end").GetInt32(), out var last) && words.SentenceOf(first) == words.SentenceOf(last)) yield return new TaggedName(first, last + 1, kind);
        }
    }

    /// <summary>The sentences in which a name may stand.</summary>
    private static IEnumerable<NameChain.Sentence> SentencesOf(NameFeatures features, int[] gold, string set)
    {
        var into = new uint[NameFeatures.Most];
        foreach (var sentence in features.Words.Sentences)
        {
            var found = new uint[]?[sentence.TokenCount];
            var allowed = new uint[sentence.TokenCount];
            for (var k = 0; k < found.Length; k++)
            {
                var i = sentence.FirstToken + k;
                if (features.IsOpen(i)) found[k] = [.. into[..features.Extract(i, into)].Distinct()];
                allowed[k] = (1u << gold[i]) | (gold[i] == 0 && set != "wikigold" ? Things : 0);
            }

            if (found.Any(f => f is not null)) yield return new NameChain.Sentence(found, allowed, set == "gum" ? DerivedWeight : 1);
        }
    }

    private sealed record Document(string Set, string Id, NameFeatures Features, List<(NamePart Part, EntityKind Kind, string Rule)> Ruled, NameChain.Sentence[] Sentences);
}
