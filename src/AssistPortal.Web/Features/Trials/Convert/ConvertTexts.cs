namespace AssistPortal.Web.Features.Trials.Convert;

/// <summary>Words of the pages by which a trial is converted.</summary>
public sealed class ConvertTexts;
