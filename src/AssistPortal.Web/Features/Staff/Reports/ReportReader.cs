using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Reports;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Forms;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Staff.Reports;

/// <summary>Reads a report as the address asks for it.</summary>
public sealed class ReportReader(MonthlyFigures figures, Cached<Catalogue> catalogue, IClock clock)
{
    /// <summary>The page with its figures; its fields say what was understood.</summary>
    public async Task<ReportPage> ReadAsync(ReportInput input, CancellationToken cancellationToken)
    {
        var page = await WithoutFiguresAsync(input, cancellationToken);
        var span = ReportSpan.Of(input, clock.GetCurrentInstant());
        var code = Tolerant.Code(input.Package);
        var question = new ReportQuestion(
            span.First,
            span.Last,
            Tolerant.Code(input.Site).Length == 0 ? null : Tolerant.Number(input.Site) ?? 0,
            code.Length == 0 ? null : page.Catalogue.Packages.FirstOrDefault(
                package => package.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Id ?? 0);
        return page with
        {
            Input = new ReportInput
            {
                From = YearMonthPattern.Iso.Format(span.First),
                To = YearMonthPattern.Iso.Format(span.Last),
                Site = input.Site,
                Package = input.Package,
            },
            Report = await figures.ReadAsync(question, cancellationToken),
        };
    }

    /// <summary>The page of a form that can't be read.</summary>
    public async Task<ReportPage> WithoutFiguresAsync(ReportInput input, CancellationToken cancellationToken) =>
        new() { Input = input, Catalogue = await catalogue.GetAsync(cancellationToken) };
}
