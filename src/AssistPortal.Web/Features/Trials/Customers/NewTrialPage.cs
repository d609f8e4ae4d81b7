namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>The form of a new trial.</summary>
public sealed record NewTrialPage(NewTrialInput Input);
