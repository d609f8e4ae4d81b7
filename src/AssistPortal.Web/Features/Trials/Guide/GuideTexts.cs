namespace AssistPortal.Web.Features.Trials.Guide;

/// <summary>The guide for administrators of customers.</summary>
public sealed class GuideTexts;
