using System.Globalization;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the customer how the event went: who registered, who came, where the recordings are.</summary>
internal sealed class ReportReadyMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
{
    public const string Cause = "order.report";

    /// <param name="whole">The completed order.</param>
    /// <param name="report">What the producer or a coordinator has noted.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, PostEventReport report, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var isCorrected = report.IsCorrected;
        var body = parts
            .Begin(
                whole,
                texts[isCorrected ? "Report.Corrected.Preheader" : "Report.Preheader", number],
                texts[isCorrected ? "Report.Corrected.Heading" : "Report.Heading"])
            .Paragraph(texts[isCorrected ? "Report.Corrected.Text" : "Report.Text"])
            .Facts(
            [
                .. parts.Short(whole),
                .. People(texts["Report.Registered"], report.Registered),
                .. People(texts["Report.Attended"], report.Attended),
            ]);
        if (report.Recordings.Count > 0)
        {
            body.Heading(texts["Report.Recordings"]);
        }

        foreach (var (index, recording) in report.Recordings.Index())
        {
            body.Link(texts["Report.Recording", index + 1], recording);
        }

        body.Heading(texts["Placed.Contacts"]).Facts(parts.Coordinators());
        var subject = texts[isCorrected ? "Report.Corrected.Subject" : "Report.Subject", number, order.Event.Topic];
        return parts.ToCustomer(Cause, whole, subject, body, method: null, thread);
    }

    private static IEnumerable<MailFact> People(string label, int? count) =>
        count is { } known ? [new MailFact(label, known.ToString("N0", CultureInfo.CurrentCulture))] : [];
}

/// <summary>How an event went.</summary>
/// <param name="Registered">People who had registered; null where nobody counted.</param>
/// <param name="Attended">People who came; null where nobody counted.</param>
/// <param name="Recordings">Where the recordings are; http or https.</param>
public sealed record PostEventReport(int? Registered, int? Attended, IReadOnlyList<Uri> Recordings)
{
    /// <summary>Whether the customer was told something else before.</summary>
    public bool IsCorrected { get; init; }
}
