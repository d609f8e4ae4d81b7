namespace AssistPortal.Web.Features.Staff.Demand;

/// <summary>Words of the page on what hosts wait and wished for.</summary>
public sealed class DemandTexts;
