using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Mail;

internal static class FramedMail
{
    /// <summary>
    /// A mail's HTML part as a response for a frame. Its links become plain words with their target as a tip: whoever
    /// looks at somebody else's mail is not to act for them, and a frame could not show where they lead.
    /// </summary>
    public static ContentResult Of(string html) => new()
    {
        Content = html.Replace("<a href=\"", "<a title=\"", StringComparison.Ordinal),
        ContentType = "text/html; charset=utf-8",
    };
}
