using System.Globalization;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Csv;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>
/// Orders as a file: names of packages, sites and producers stand for their keys, times are those of the event.
/// </summary>
public sealed class OrderCsv(
    PortalDbContext db,
    Cached<Catalogue> catalogue,
    OrderList list,
    OrderOwners owners,
    Wording wording,
    IStringLocalizer<StaffOrderListTexts> texts,
    IClock clock)
{
    /// <summary>Names of the columns, as their headings' keys have them.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "Number", "State", "Placed", .. CsvEventTime.Columns, "Package", "Site", "Producer", "FirstName",
        "LastName",
        "Email", "Phone", "Company", "Topic", "Language", "Attendees", "Currency", "Fee", "CancellationFee",
        "Owner", "ByStaff",
    ];

    /// <summary>All orders of a filter, sent while they are read.</summary>
    public Task<IActionResult> WriteAsync(
        OrderListInput input, ListReader reader, CancellationToken cancellationToken) =>
        WriteAsync(list.ReadAllAsync(input, reader, cancellationToken), cancellationToken);

    /// <summary>These orders.</summary>
    public async Task<IActionResult> WriteAsync(IAsyncEnumerable<OrderRow> rows, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var known = await catalogue.GetAsync(cancellationToken);
        var producers = await db.Set<Producer>()
            .ToDictionaryAsync(producer => producer.Id, producer => producer.Name, cancellationToken);
        var people = (await owners.PeopleAsync(cancellationToken)).ToDictionary(
            person => person.Id, person => person.Name);
        return new CsvResult(
            "orders.csv",
            [.. Columns.Select(column => texts[$"Csv.{column}"].Value)],
            rows.Select(row => CellsOf(row, known, producers, people, now)));
    }

    private IReadOnlyList<object?> CellsOf(
        OrderRow row,
        Catalogue known,
        Dictionary<int, string> producers,
        Dictionary<Guid, string> people,
        Instant now)
    {
        return
        [
            row.RequestNumber,
            wording.Phase(row.State.PhaseAt(row.Time, now)),
            row.PlacedAt,
            .. CsvEventTime.CellsOf(row.Time),
            known.Package(row.PackageId).Texts.In(CultureInfo.CurrentUICulture).Name,
            known.Site(row.SiteId).Site.Name,
            producers.GetValueOrDefault(row.ProducerId),
            row.FirstName,
            row.LastName,
            row.Email,
            row.Phone,
            row.Company,
            row.Topic,
            row.Language,
            row.Attendees,
            row.Currency,
            new CsvNumber(new Money(row.StandardFeeMinor, row.Currency).ToPlainString()),
            row.CancellationFeeMinor is { } fee ? new CsvNumber(new Money(fee, row.Currency).ToPlainString()) : null,
            row.OwnerId is { } owner ? people.GetValueOrDefault(owner) : null,
            row.IsByStaff ? texts["ByStaff"].Value : null,
        ];
    }
}
