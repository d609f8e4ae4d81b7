using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.TimeZones;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>Tells a page's script which time zones the words mean that somebody types.</summary>
[Route("times/zones")]
public sealed class ZonesController(IClock clock) : Controller
{
    /// <summary>The places with the offset that they have now.</summary>
    [HttpGet]
    [ResponseCache(NoStore = true)]
    public JsonResult Find(string? q)
    {
        var now = clock.GetCurrentInstant();
        var typed = q ?? "";
        var places = TimeZonePlaces.Find(typed) is { } zone && TimeZonePlaces.Named(zone.Id) is { } place
            ? [place]
            : TimeZonePlaces.Search(typed, now);
        return Json(places.Select(found => new { label = found.Label, offset = Wording.Offset(found.OffsetAt(now)) }));
    }
}
