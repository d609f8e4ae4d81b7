using System.Text.Encodings.Web;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Html;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>Starts of the chosen day, to be picked in a month strip; written as a form's fields are.</summary>
/// <param name="strip">The strip.</param>
/// <param name="starts">The starts.</param>
/// <param name="date">The chosen day.</param>
/// <param name="zone">In which they are meant.</param>
/// <param name="usual">The offset that is told above them; one that starts at another tells its own.</param>
internal sealed class StartButtons(
    FreeTimesModel strip, IEnumerable<LocalTime> starts, LocalDate date, DateTimeZone zone, Offset usual)
    : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var markup = new Markup(writer, encoder).Raw("<div class=\"slots__times\">\n");
        foreach (var start in starts)
        {
            var offset = zone.AtLeniently(date + start).Offset;
            markup.Raw("<button").Attribute("name", $"{strip.Prefix}Pick")
                .Attribute("value", FieldPatterns.DateAndTime.Format(date + start))
                .Raw(start == strip.TypedTime && date == strip.TypedDate ? " aria-pressed=\"true\"" : "");
            if (offset != usual)
            {
                markup.Attribute("data-offset", FieldPatterns.Offset.Format(offset));
            }

            markup.Raw(">").Text(Wording.Time(start)).Raw("</button>\n");
        }

        markup.Raw("</div>\n");
    }
}
