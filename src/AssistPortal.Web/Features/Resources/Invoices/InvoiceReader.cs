namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>Who reads an invoice.</summary>
public enum InvoiceReader
{
    Staff,
    Host,

    /// <summary>Whoever has access to its order, without an account.</summary>
    Customer,
}
