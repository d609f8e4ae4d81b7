using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Trials.Guide;

/// <summary>How administrators of a customer get along with their trial. Readable without an account.</summary>
[AllowAnonymous]
[Route("guide")]
public sealed class GuideController : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View("Guide");

    [HttpGet("{topic}")]
    public IActionResult Topic(string topic) =>
        Enum.GetValues<GuideTopic>().Cast<GuideTopic?>().FirstOrDefault(known => GuidePaths.Of(known!.Value).EndsWith(
            $"/{topic}", StringComparison.Ordinal)) is { } found
            ? View("Topic", found)
            : NotFound();
}
