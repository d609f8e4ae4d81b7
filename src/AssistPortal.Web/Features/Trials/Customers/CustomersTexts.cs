namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Words of partners' customers and their trials.</summary>
public sealed class CustomersTexts;
