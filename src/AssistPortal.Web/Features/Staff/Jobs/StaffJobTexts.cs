namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Words of one act on several orders.</summary>
public sealed class StaffJobTexts;
