using System.Globalization;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Csv;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Resources.History;

/// <summary>The history as a file, a row each order, in the language of the page.</summary>
public sealed class HistoryCsv(
    HistoryList list,
    Cached<Catalogue> catalogue,
    Wording wording,
    IStringLocalizer<HistoryTexts> texts)
{
    /// <summary>Names of the columns, as their headings' keys have them.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "Number", "State", "Topic", "Package", "Site", .. CsvEventTime.Columns, "Contact", "Email", "Company",
        "Placed",
        "Registered", "Attended", "Fee", "CancellationFee", "Charged", "Currency", "Invoices",
    ];

    internal async Task<CsvResult> WriteAsync(HistoryFilter filter, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        return new CsvResult(
            "history.csv",
            [.. Columns.Select(name => texts[$"Csv.{name}"].Value)],
            list.ReadAllAsync(filter, cancellationToken).Select(row => CellsOf(row, known, filter.Now)));
    }

    private IReadOnlyList<object?> CellsOf(HistoryRow row, Catalogue known, Instant now)
    {
        var order = row.Order;
        return
        [
            order.RequestNumber,
            wording.Phase(order.PhaseAt(now)),
            order.Event.Topic,
            known.Package(order.PackageId).Texts.In(CultureInfo.CurrentUICulture).Name,
            known.FindSite(order.SiteId)?.Site.Name,
            .. CsvEventTime.CellsOf(order.Time),
            Wording.Name(order.Contact.FirstName, order.Contact.LastName),
            order.Contact.Email,
            order.Contact.Company,
            order.PlacedAt,
            order.Report?.Registered,
            order.Report?.Attended,
            AmountOf(new Money(order.StandardFeeMinor, order.Currency)),
            AmountOf(order.CancellationFeeMinor is { } fee ? new Money(fee, order.Currency) : null),
            AmountOf(row.Charged),
            order.Currency,
            string.Join(' ', row.Invoices.Select(invoice => invoice.Number)),
        ];
    }

    private static CsvNumber? AmountOf(Money? amount) =>
        amount is { } known ? new CsvNumber(known.ToPlainString()) : null;
}
