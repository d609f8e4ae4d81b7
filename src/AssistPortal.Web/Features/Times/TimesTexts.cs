namespace AssistPortal.Web.Features.Times;

/// <summary>Words of a start and of the times that are free.</summary>
public sealed class TimesTexts;
