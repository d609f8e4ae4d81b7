using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>Who is to look after an order.</summary>
public sealed class OwnerInput
{
    /// <summary>Stands for no account.</summary>
    public const string Nobody = "nobody";

    /// <summary>Key of an account, or <see cref="Nobody"/>.</summary>
    public string? Owner { get; set; }

    /// <summary>Who looked after it on the page, in the same way.</summary>
    public string? Seen { get; set; }

    /// <summary>As the form holds it.</summary>
    public static string Of(Guid? owner) => owner is { } id ? $"{id}" : Nobody;

    public bool IsNobody => Tolerant.Code(Owner).Equals(Nobody, StringComparison.OrdinalIgnoreCase);
}
