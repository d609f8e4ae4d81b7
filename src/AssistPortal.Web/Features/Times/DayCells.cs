using System.Globalization;
using System.Text.Encodings.Web;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using NodaTime.Extensions;

namespace AssistPortal.Web.Features.Times;

/// <summary>The weeks of a month strip: a cell for each day, written straight, as a form's fields are.</summary>
/// <param name="strip">The strip.</param>
/// <param name="texts">Its words.</param>
internal sealed class DayCells(FreeTimesModel strip, IStringLocalizer<TimesTexts> texts) : IHtmlContent
{
    private readonly Dictionary<int, string> known = [];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var markup = new Markup(writer, encoder);
        var days = strip.Days.ToDictionary(day => day.Date);
        foreach (var week in strip.Weeks(CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek.ToIsoDayOfWeek()))
        {
            markup.Raw("<tr>\n");
            foreach (var date in week)
            {
                markup.Raw("<td");
                if (date is { } day && days.TryGetValue(day, out var free))
                {
                    WriteDay(markup, free);
                }
                else
                {
                    markup.Raw(">").Raw(date is { } bare ? Number(bare.Day) : "");
                }

                markup.Raw("</td>\n");
            }

            markup.Raw("</tr>\n");
        }
    }

    private void WriteDay(Markup markup, FreeDay free)
    {
        var (day, shade) = (Number(free.Date.Day), Number(FreeTimesModel.Shade(free)));
        if (strip.IsToRead)
        {
            markup.Attribute("data-free", shade).Raw(">").Raw(day)
                .Raw("<span class=\"visually-hidden\">, ").Text(Known(free.Producers)).Raw("</span>");
            return;
        }

        markup.Raw("><button").Attribute("name", $"{strip.Prefix}Day")
            .Attribute("value", FieldPatterns.Date.Format(free.Date))
            .Attribute("data-free", shade)
            .Raw(free.Date == strip.Chosen ? " aria-pressed=\"true\"" : "")
            .Attribute("aria-label", $"{day}, {Known(free.Producers)}")
            .Raw(">").Raw(day).Raw("</button>");
    }

    /// <summary>How many are free, in words: most days have as many as others.</summary>
    private string Known(int producers)
    {
        if (!known.TryGetValue(producers, out var words))
        {
            words = producers == 0 ? texts["FreeTimes.None"] : texts["FreeTimes.Count", producers];
            known.Add(producers, words);
        }

        return words;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
