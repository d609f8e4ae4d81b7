namespace AssistPortal.Web.Features.Staff.Reports;

/// <summary>Words of the reports.</summary>
public sealed class ReportsTexts;
