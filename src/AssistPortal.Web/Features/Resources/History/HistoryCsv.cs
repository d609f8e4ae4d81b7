using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Csv;
using AssistPortal.Web.Shared.Forms;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Resources.History;

/// <summary>The history as a file, a row each order.</summary>
public sealed class HistoryCsv(HistoryList list, Kept<Catalogue> catalogue)
{
    private static readonly string[] Columns =
    [
        "RequestNumber", "State", "Topic", "Package", "Site", "StartDate", "StartTime", "TimeZone", "DurationMinutes",
        "ContactName", "ContactEmail", "Company", "PlacedAt", "Registered", "Attended", "StandardFee", "Currency", "Invoices",
    ];

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal async Task<CsvResult> WriteAsync(HistoryFilter filter, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        return new CsvResult("history.csv", Columns, list.ReadAllAsync(filter, cancellationToken).Select(row => CellsOf(row, known)));
    }

    private static IReadOnlyList<object?> CellsOf(HistoryRow row, Catalogue known)
    {
        var order = row.Order;
        var start = order.Time.LocalStart;
        return
        [
            order.RequestNumber,
            order.State,
            order.Event.Topic,
            known.Package(order.PackageId).Code,
            known.FindSite(order.SiteId)?.Site.Name,
            FieldPatterns.Date.Format(start.Date),
            Time.Format(start.TimeOfDay),
            order.Time.TimeZone,
            order.Time.DurationMinutes,
            Wording.Name(order.Contact.FirstName, order.Contact.LastName),
            order.Contact.Email,
            order.Contact.Company,
            InstantPattern.General.Format(order.PlacedAt),
            order.Report?.Registered,
            order.Report?.Attended,
            new CsvNumber(new Money(order.StandardFeeMinor, order.Currency).ToPlainString()),
            order.Currency,
            string.Join(' ', row.Invoices),
        ];
    }
}
