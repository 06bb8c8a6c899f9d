using System.Text.Json;
using Dateline.Annotation;
using Dateline.Exchange;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>Trains the tagger of names, an averaged perceptron, and measures it on documents that it has not seen.</summary>
internal static class NameTraining
{
    private const int Folds = 10;
    private const int Rounds = 8;
    private const float Margin = 3;
    private const float MarginOfNames = 6; // wider than outside of names, of which there are ten times as many
    private const float Scale = 4;
    private const int LeastUpdates = 2;

    private static readonly string[] Sets = ["wikigold", "uner-ewt", "gum"];

    /// <summary>Writes the model, and to <paramref name="predictions"/> what models of the other folds and the rules find together, as score_ner.py takes it. Either may be left out.</summary>
    public static void Run(string data, string? model, string? predictions)
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

        if (model is null) return;
        var packed = Train(documents);
        File.WriteAllBytes(model, packed);
        Console.Error.WriteLine($"{packed.Length} bytes");
    }

    /// <summary>What models of the other folds find in each document.</summary>
    private static List<TaggedName>[] Unseen(List<Document> documents)
    {
        var found = new List<TaggedName>[documents.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var tagger = NameTagger.Read(ModelFile.Unpack(Train([.. documents.Where((_, i) => i % Folds != fold)])));
            for (var i = fold; i < documents.Count; i += Folds) found[i] = tagger.Tag(documents[i].Features);
        }

        return found;
    }

    private static string Line(Document document, List<TaggedName> names)
    {
        var points = new CodePoints(document.Features.Words.Text);
        var settled = MentionFinder.Settle(document.Features.Words, [.. document.Ruled], names).Where(n => NameMerger.TypeOf(n.Kind) is not null).Select(n => new TaggedName(n.Part.First, n.Part.End, NameMerger.TypeOf(n.Kind)!.Value));
        var entities = settled.Select(n =>
        {
            var span = document.Features.Words.Cover(n.First, n.End);
            return new { start = points.Of(span.Start), end = points.Of(span.End), type = n.Type switch { NameType.Person => "PER", NameType.Organisation => "ORG", _ => "LOC" } };
        });
        return JsonSerializer.Serialize(new { id = document.Id, entities });
    }

    private static byte[] Train(List<Document> documents)
    {
        var weights = new WeightTrainer(LeastUpdates);
        var sentences = documents.SelectMany(d => d.Features.Words.Sentences.Select(s => (Document: d, Sentence: s))).ToArray();
        var random = new Random(1);
        Span<uint> into = stackalloc uint[NameFeatures.Most];
        Span<float> scores = stackalloc float[NameTagger.Classes];
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(sentences);
            foreach (var (document, sentence) in sentences)
            {
                int before = 0, beforeThat = 0;
                for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
                {
                    var features = into[..document.Features.Extract(i, before, beforeThat, into)];
                    scores.Clear();
                    weights.Score(features, scores);
                    weights.Step++;
                    var gold = document.Gold[i];
                    int best = -1, rival = -1;
                    for (var c = 0; c < NameTagger.Classes; c++)
                    {
                        if (NameTagger.May(before, c) && (best < 0 || scores[c] > scores[best])) best = c;
                        if (c != gold && (rival < 0 || scores[c] > scores[rival])) rival = c;
                    }

                    if (scores[gold] - scores[rival] <= (gold > 0 ? MarginOfNames : Margin)) weights.Update(features, gold, rival);
                    (beforeThat, before) = (before, best);
                }
            }
        }

        return ModelFile.Pack(writer => SparseWeights.Write(writer, weights.Averaged(Scale)));
    }

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
            foreach (var entity in json.GetProperty("entities").EnumerateArray())
            {
                NameType? type = entity.GetProperty("type").GetString() switch { "PER" => NameType.Person, "ORG" => NameType.Organisation, "LOC" => NameType.Place, _ => null };
                if (type is not { } kind || !starts.TryGetValue(entity.GetProperty("start").GetInt32(), out var first) || !ends.TryGetValue(entity.GetProperty("end").GetInt32(), out var last) || words.SentenceOf(first) != words.SentenceOf(last)) continue;
                for (var i = first; i <= last; i++) gold[i] = NameTagger.ClassOf(kind, i == first, i == last);
            }

            var ruled = MentionFinder.ByRules(words).Named;
            yield return new Document(set, id, new NameFeatures(words, ruled), ruled, gold);
        }
    }

    private sealed record Document(string Set, string Id, NameFeatures Features, List<(NamePart Part, EntityKind Kind, string Rule)> Ruled, int[] Gold);
}
