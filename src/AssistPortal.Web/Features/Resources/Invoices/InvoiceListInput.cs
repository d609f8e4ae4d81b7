namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>What the address says of a list of invoices; all of it may be missing.</summary>
public sealed class InvoiceListInput
{
    /// <summary>Words: an invoice's number, or what its order is found by.</summary>
    public string? Q { get; set; }

    public string? Year { get; set; }

    /// <summary>One of <see cref="InvoiceFilter.Kinds"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>Key of a site.</summary>
    public string? Site { get; set; }

    /// <summary>The list goes on below this number.</summary>
    public string? Before { get; set; }

    /// <summary>The list ends above this number.</summary>
    public string? After { get; set; }
}

/// <summary>Why an invoice is taken back.</summary>
public sealed class CreditInput
{
    public string? Note { get; set; }
}
