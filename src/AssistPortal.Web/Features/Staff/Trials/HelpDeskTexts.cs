namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Texts of the partner help desk's pages.</summary>
public sealed class HelpDeskTexts;
