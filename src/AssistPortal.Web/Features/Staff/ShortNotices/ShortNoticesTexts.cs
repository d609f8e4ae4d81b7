namespace AssistPortal.Web.Features.Staff.ShortNotices;

/// <summary>Texts of the page of short notices.</summary>
public sealed class ShortNoticesTexts;
