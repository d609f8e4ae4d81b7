namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>What the address says of the list of orders; all of it may be missing.</summary>
public sealed class OrderListInput
{
    /// <summary>
    /// Words of the numbers of order and meeting, the customer's name, e-mail, phone and company, the topic, and the
    /// producer's name.
    /// </summary>
    public string? Q { get; set; }

    /// <summary>One of <see cref="OrderFilter.Statuses"/>.</summary>
    public string? Status { get; set; }

    /// <summary>Code of a package.</summary>
    public string? Package { get; set; }

    /// <summary>Key of a site.</summary>
    public string? Site { get; set; }

    /// <summary>Key of a producer.</summary>
    public string? Producer { get; set; }

    /// <summary><see cref="OrderFilter.Mine"/>, <see cref="OrderFilter.Nobodys"/>, or an account's key.</summary>
    public string? Owner { get; set; }

    /// <summary>One of <see cref="OrderWhen.All"/>: days of the event, counted from today.</summary>
    public string? When { get; set; }

    /// <summary>First day of the event, in the coordinator's zone.</summary>
    public string? From { get; set; }

    /// <summary>Last day of the event, in the coordinator's zone.</summary>
    public string? To { get; set; }

    /// <summary><see cref="OrderFilter.AnyAttention"/> or the name of one reason.</summary>
    public string? Attention { get; set; }

    /// <summary>One of <see cref="OrderSort.Names"/>.</summary>
    public string? Sort { get; set; }

    /// <summary>The list begins beyond this order: see <see cref="OrderPlace"/>.</summary>
    public string? After { get; set; }

    /// <summary>The list ends before this order.</summary>
    public string? Before { get; set; }
}
