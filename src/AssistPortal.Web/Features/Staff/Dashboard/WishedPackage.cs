namespace AssistPortal.Web.Features.Staff.Dashboard;

public sealed record WishedPackage(string Name, int Count);
