namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>What the address says of the list of customers; all of it may be missing.</summary>
public sealed class CustomerListInput
{
    /// <summary>Part of a company, or the whole address of somebody there.</summary>
    public string? Q { get; set; }

    /// <summary>One of <see cref="CustomerFilter.All"/>.</summary>
    public string? Filter { get; set; }

    /// <summary>One of <see cref="CustomerSort.Names"/>.</summary>
    public string? Sort { get; set; }

    /// <summary>The list goes on behind this place.</summary>
    public string? After { get; set; }
}
