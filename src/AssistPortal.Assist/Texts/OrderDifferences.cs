using System.Globalization;
using AssistPortal.Assist.Orders.Audit;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Texts;

/// <summary>What an edit has changed of an order, in words of the current culture: on pages and in mails.</summary>
public sealed class OrderDifferences(IStringLocalizer<AssistTexts> texts, Wording wording)
{
    /// <param name="before">The order as it was.</param>
    /// <param name="after">The order as it is, or would be.</param>
    /// <param name="package">Name of a package.</param>
    /// <param name="producer">Name of a producer.</param>
    /// <returns>The fields that differ, in the order of the form.</returns>
    public IReadOnlyList<OrderDifference> Between(
        OrderSnapshot before, OrderSnapshot after, Func<int, string> package, Func<int, string> producer)
    {
        return
        [
            .. Of(texts["Word.FirstName"], item => item.FirstName),
            .. Of(texts["Word.LastName"], item => item.LastName),
            .. Of(texts["Word.Phone"], item => item.Phone),
            .. Of(texts["Word.ContactEmail"], item => item.Email),
            .. Of(texts["Word.Company"], item => item.Company),
            .. Of(texts["Word.ServicePackage"], item => package(item.PackageId)),
            .. Of(texts["Word.Length"], item => wording.Length(item.DurationMinutes)),
            .. Of(texts["Word.Topic"], item => item.Topic),
            .. Of(texts["Word.MeetingNumber"], item => item.MeetingNumber),
            .. Of(texts["Word.MeetingUrl"], item => item.MeetingUrl),
            .. Of(texts["Word.Attendees"], item => item.ExpectedAttendees.ToString("N0", CultureInfo.CurrentCulture)),
            .. Of(texts["Word.Presenters"], item => item.Presenters, isLong: true),
            .. Of(texts["Word.Agenda"], item => item.Agenda, isLong: true),
            .. Of(texts["Word.Recording"], item => wording.Recording(item.RecordingFormat)),
            .. Of(texts["Word.Language"], item => Wording.Language(item.Language)),
            .. Of(texts["Word.Extras"], Extras),
            .. Of(texts["Word.SessionWishes"], item => Lines(item.SessionWishes.Select(Wording.LocalTime))),
            .. Of(texts["Word.ReportContact"], item => item.ReportEmail),
            .. Of(texts["Word.OtherComments"], item => item.OtherComments, isLong: true),
            .. Of(texts["Word.Producer"], item => producer(item.ProducerId)),
            .. Of(texts["Fee.Title"], item => item.Fee.ToString()),
        ];

        IEnumerable<OrderDifference> Of(string label, Func<OrderSnapshot, string> value, bool isLong = false)
        {
            var (former, next) = (value(before), value(after));
            return former == next ? [] : [new OrderDifference(label, former, next, isLong)];
        }
    }

    /// <summary>Before and after in a line; of long texts only what they are now.</summary>
    public string InLine(OrderDifference difference) => difference.IsLong
        ? Told(difference.After)
        : texts["Edited.Change", Told(difference.Before), Told(difference.After)];

    /// <summary>A value, and a word for none.</summary>
    public string Told(string value) => value.Length == 0 ? texts["Edited.None"] : value;

    private string Extras(OrderSnapshot order) =>
        Lines(order.Extras.Select(extra => texts[
            "Fee.WithTime", wording.Extra(extra.Kind), wording.Length(extra.Minutes)].Value));

    private static string Lines(IEnumerable<string> parts) => string.Join('\n', parts);
}

/// <summary>A field of an order that was one thing and is another.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Before">What it was; empty for nothing.</param>
/// <param name="After">What it is; empty for nothing.</param>
/// <param name="IsLong">Whether it is a text of many lines.</param>
public sealed record OrderDifference(string Label, string Before, string After, bool IsLong);
