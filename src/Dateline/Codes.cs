namespace Dateline;

/// <summary>Every code of a <see cref="Rejection"/> or a <see cref="Remark"/>, of a difference, and of a request that is not answered. docs/rejections.md explains each; a test holds the two equal.</summary>
public static class Codes
{
    // rejections: the capture goes to quarantine
    public const string Empty = "intake.empty";
    public const string Binary = "intake.binary";
    public const string TooLarge = "intake.too-large";
    public const string Unreadable = "intake.unreadable";
    public const string BrokenLine = "intake.broken-line";
    public const string NoArticle = "read.no-article";
    public const string Fault = "read.fault";

    // remarks: read all the same
    public const string TooDeep = "read.too-deep";
    public const string CharsetGuessed = "text.charset-guessed";
    public const string Undecodable = "text.undecodable";
    public const string BrokenState = "read.broken-state";
    public const string Duplicate = "intake.duplicate";
    public const string ManifestLine = "intake.manifest-line";
    public const string UnknownFormat = "intake.unknown-format";
    public const string Companion = "intake.companion";
    public const string DateContradiction = "date.contradiction";

    // why a request is not answered
    public const string RequestWrong = "request.wrong";
    public const string RequestLogin = "request.login";
    public const string RequestNowhere = "request.nowhere";
    public const string RequestMethod = "request.method";
    public const string RequestHost = "request.host";
    public const string RequestOrigin = "request.origin";
    public const string RequestLength = "request.length";
    public const string RequestOften = "request.often";
    public const string RequestFault = "request.fault";
    public const string RequestLedger = "request.ledger";
    public const string RequestRefused = "request.refused";

    // differences that dateline verify finds
    public const string VerifyStore = "verify.store";
    public const string VerifyCapture = "verify.capture";
    public const string VerifyArticle = "verify.article";
    public const string VerifyWords = "verify.words";
    public const string VerifyDecision = "verify.decision";
    public const string VerifyCollection = "verify.collection";
}
