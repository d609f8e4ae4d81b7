namespace AssistPortal.Web.Features.Staff.Dashboard;

/// <summary>Words of the dashboard.</summary>
public sealed class DashboardTexts;
