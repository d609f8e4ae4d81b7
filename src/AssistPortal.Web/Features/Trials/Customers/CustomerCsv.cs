using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Texts;
using AssistPortal.Web.Shared.Csv;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>The list of customers as a file, a row each trial, in the language of the page.</summary>
public sealed class CustomerCsv(
    CustomerList list, TrialWording words, IStringLocalizer<CustomersTexts> texts, IClock clock)
{
    /// <summary>The key of a trial, which is named alike in every language.</summary>
    private const string Id = "Id";

    /// <summary>Names of the columns beside the first, as their headings' keys have them.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "Company", "State", "DaysLeft", "Services", "Start", "End", "CutOff", "Zone", "Country", "Extended",
        "Contacted", "Converted",
    ];

    internal CsvResult Write(Guid partnerId, CustomerListInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return new CsvResult(
            "trials.csv",
            [Id, .. Columns.Select(csvColumn => texts[$"Csv.{csvColumn}"].Value)],
            list.ReadAllAsync(partnerId, input, cancellationToken).Select(row => CellsOf(row, now)));
    }

    private IReadOnlyList<object?> CellsOf(CustomerRow row, Instant now)
    {
        var state = row.Life.StateAt(now);
        return
        [
            row.Id,
            row.Company,
            words.State(state),
            row.Life.DaysLeftAt(now),
            words.Services(row.Services),
            FieldPatterns.Date.Format(row.Start),
            FieldPatterns.Date.Format(row.End),
            state == TrialState.Paid ? null : FieldPatterns.Date.Format(row.Life.CutOffDate(now)),
            row.ZoneId,
            row.Country,
            row.ExtendedAt,
            row.ContactedAt,
            row.ConvertedAt,
        ];
    }
}
