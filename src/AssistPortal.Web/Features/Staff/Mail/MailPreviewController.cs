using System.Globalization;
using AssistPortal.Mail.Samples;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>Each kind of mail in each language, with made-up contents.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/mail/preview")]
public sealed class MailPreviewController(MailPreviews previews) : Controller
{
    [HttpGet("")]
    [PagePolicy(PagePolicy.WithFrames)]
    public IActionResult Show([FromQuery] MailPreviewInput input)
    {
        var page = PageOf(input);
        return page.Preview is null && page.Key.Length > 0
            ? NotFound()
            : View("Preview", page);
    }

    /// <summary>The HTML part, for the page's frame.</summary>
    [HttpGet("html")]
    [PagePolicy(PagePolicy.Framed)]
    public IActionResult Html([FromQuery] MailPreviewInput input) =>
        PageOf(input).Preview is { } preview ? FramedMail.Of(preview.Html) : NotFound();

    private MailPreviewPage PageOf(MailPreviewInput input)
    {
        List<string> keys = [.. previews.Keys];
        var key = string.IsNullOrEmpty(input.Key) ? keys.FirstOrDefault() ?? "" : input.Key;
        var language = Languages.IsSupported(input.Language) ? input.Language! : CultureInfo.CurrentUICulture.Name;
        return new MailPreviewPage
        {
            Keys = keys,
            Key = key,
            Language = language,
            View = MailPreviewPage.Views.FirstOrDefault(view => view == input.View) ?? MailPage.Html,
            Preview = previews.Find(key, language),
        };
    }
}
