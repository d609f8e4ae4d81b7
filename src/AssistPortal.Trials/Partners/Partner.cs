using AssistPortal.Data;

namespace AssistPortal.Trials.Partners;

/// <summary>A company that looks after its customers' trials.</summary>
public sealed class Partner
{
    public const int NameLength = 120;
    public const int PhoneLength = 40;

    private Partner()
    {
    }

    /// <param name="name">Its name.</param>
    /// <param name="email">Where customers write who want to buy.</param>
    /// <param name="phone">Where they call; empty for nowhere.</param>
    /// <exception cref="ArgumentException">A text is blank or too long.</exception>
    public Partner(string name, string email, string phone)
    {
        Id = Guid.CreateVersion7();
        Name = Guard.TypedFilled(NameLength, name);
        Email = Guard.Filled(TrialLengths.Email, email);
        Phone = Guard.AtMost(PhoneLength, phone);
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Where customers write who want to buy.</summary>
    public string Email { get; private set; } = "";

    public string Phone { get; private set; } = "";
}
