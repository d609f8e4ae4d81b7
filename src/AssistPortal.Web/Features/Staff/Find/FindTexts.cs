namespace AssistPortal.Web.Features.Staff.Find;

/// <summary>Words of the page that finds things.</summary>
public sealed class FindTexts;
