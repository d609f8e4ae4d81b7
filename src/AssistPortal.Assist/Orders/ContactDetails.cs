using AssistPortal.Data.Accounts;

namespace AssistPortal.Assist.Orders;

/// <summary>The person to whom the service turns about an order.</summary>
public sealed record ContactDetails
{
    public const int NameLength = PortalUser.NameLength;
    public const int CompanyLength = PortalUser.CompanyLength;
    public const int EmailLength = Lengths.Email;
    public const int PhoneLength = Lengths.Phone;

    public static readonly ContactDetails Empty = new();

    public string FirstName { get; init; } = "";

    public string LastName { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Company { get; init; } = "";
}
