using System.Text;
using AssistPortal.Assist.Feeds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Feeds;

/// <summary>Calendar feeds, for programs that know nothing but the address.</summary>
[AllowAnonymous]
[Route("feeds")]
public sealed class FeedsController(CalendarFeeds feeds, FeedCalendar calendar) : Controller
{
    [HttpGet("{token}.ics")]
    public async Task<IActionResult> Read(string token, CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await feeds.UserOfAsync(token, cancellationToken) is not { } userId)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        var text = await calendar.WriteAsync(userId, cancellationToken);
        return File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8");
    }
}
