namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>Words of this feature's pages.</summary>
public sealed class InvoicesTexts;
