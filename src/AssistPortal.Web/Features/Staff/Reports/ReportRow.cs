using AssistPortal.Assist.Reports;

namespace AssistPortal.Web.Features.Staff.Reports;

/// <summary>A row of a report's table.</summary>
/// <param name="Name">The month or package.</param>
/// <param name="Figures">What there is to tell.</param>
public sealed record ReportRow(string Name, ReportFigures Figures);

/// <summary>A table of a report.</summary>
/// <param name="Title">Key of its heading.</param>
/// <param name="Heading">Of the first column.</param>
/// <param name="Rows">From top to bottom.</param>
/// <param name="All">The last row, with all of them together.</param>
public sealed record ReportTable(
    string Title, string Heading, IReadOnlyList<ReportRow> Rows, ReportFigures All);
