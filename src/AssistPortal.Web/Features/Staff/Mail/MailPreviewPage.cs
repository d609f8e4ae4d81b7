using AssistPortal.Mail.Samples;
using Microsoft.AspNetCore.Http.Extensions;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>One kind of mail in one language, and the way to the others.</summary>
public sealed record MailPreviewPage
{
    public const string Path = "/staff/mail/preview";

    public static readonly IReadOnlyList<string> Views = [MailPage.Html, MailPage.Text];

    public required IReadOnlyList<string> Keys { get; init; }

    public required string Key { get; init; }

    public required string Language { get; init; }

    /// <summary>One of <see cref="Views"/>.</summary>
    public required string View { get; init; }

    /// <summary>Null where there are no kinds.</summary>
    public required MailPreview? Preview { get; init; }

    /// <summary>Address of the same with something else; null stays.</summary>
    public string AddressOf(string? key = null, string? language = null, string? view = null, string below = "")
    {
        var query =
            new QueryBuilder { { "key", key ?? Key }, { "language", language ?? Language }, { "view", view ?? View } };
        return $"~{Path}{below}{query}";
    }
}
