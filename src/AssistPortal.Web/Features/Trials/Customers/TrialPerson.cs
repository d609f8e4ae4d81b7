namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Somebody of the customer.</summary>
public sealed record TrialPerson(string Name, string Email, bool IsAdministrator);
