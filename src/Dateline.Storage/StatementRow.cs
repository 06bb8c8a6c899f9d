namespace Dateline.Storage;

/// <summary>A statement as the store's index holds it.</summary>
/// <param name="Text">The words from the first to the last of the content, at <paramref name="Span"/> of the article's text.</param>
public sealed record StatementRow(StatementId Id, ArticleId Article, TextSpan Span, string Text, string Source, string? Entity, bool OutletVoice);
