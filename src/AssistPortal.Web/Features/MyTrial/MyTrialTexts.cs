namespace AssistPortal.Web.Features.MyTrial;

/// <summary>Words of a customer's overview, subscription, usage and export.</summary>
public sealed class MyTrialTexts;
