namespace AssistPortal.Web.Features.Invoices;

/// <summary>Words of this feature's pages.</summary>
public sealed class InvoicesTexts;
