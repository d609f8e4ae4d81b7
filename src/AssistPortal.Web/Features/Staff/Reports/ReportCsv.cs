using System.Globalization;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Csv;
using Microsoft.Extensions.Localization;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Staff.Reports;

/// <summary>
/// A report as a file: a row for each month and package, with columns of their own for each currency, so that no column
/// adds up what can't be added.
/// </summary>
public sealed class ReportCsv(IStringLocalizer<ReportsTexts> texts)
{
    /// <summary>Names of the columns, as their headings' keys have them, but for those of a currency.</summary>
    public static readonly IReadOnlyList<string> Columns = ["Month", "Package", "Orders", "Cancelled", "Hours"];

    internal CsvResult Write(ReportPage page)
    {
        var report = page.Report!;
        var rows =
            from month in report.Months
            from package in report.Packages
            let figures = report.Of(month, package)
            where !figures.IsEmpty
            select (IReadOnlyList<object?>)
            [
                YearMonthPattern.Iso.Format(month),
                page.Catalogue.Package(package).Texts.In(CultureInfo.CurrentUICulture).Name,
                figures.Orders,
                figures.Cancelled,
                new CsvNumber(figures.Hours.ToString("0.##", CultureInfo.InvariantCulture)),
                .. report.Currencies.SelectMany(currency => new object?[]
                {
                    Number(figures.RevenueIn(currency)), Number(figures.CancellationFeesIn(currency)),
                }),
            ];
        return new CsvResult(
            "report.csv",
            [
                .. Columns.Select(cell => texts[$"Csv.{cell}"].Value),
                .. report.Currencies.SelectMany(currency => new[]
                {
                    texts["Csv.Revenue", currency].Value, texts["Csv.CancellationFees", currency].Value,
                }),
            ],
            rows.ToAsyncEnumerable());
    }

    private static CsvNumber Number(Money amount) => new(amount.ToPlainString());
}
