using AssistPortal.Mail.Templates;
using AssistPortal.UnitTests.Texts;
using AssistPortal.Web.Features.Accounts;
using AssistPortal.Web.Shared;

namespace AssistPortal.UnitTests.Web.Accounts;

public sealed class AccountValidatorTests : IDisposable
{
    private readonly MailCulture culture = MailCulture.Of("en");

    public void Dispose() => culture.Dispose();

    [Fact]
    public void Signing_in_takes_address_and_password()
    {
        var validator = new SignInValidator(Localizers.Of<AccountsTexts>());

        var empty = validator.Validate(new SignInInput { Email = " " });

        Assert.Equal("Enter your email address.", empty.ErrorOf("Email"));
        Assert.Equal("Enter your password.", empty.ErrorOf("Password"));
        Assert.True(validator.Validate(new SignInInput { Email = "whatever", Password = " " + "x" }).IsValid);
    }

    [Fact]
    public void The_first_administrator_gives_every_field()
    {
        var errors = First().Validate(new FirstAdministratorInput()).Errors;

        Assert.Equal(
            ["Code", "FirstName", "LastName", "Email", "Password"], errors.Select(error => error.PropertyName));
        Assert.All(errors, error => Assert.EndsWith(".", error.ErrorMessage, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("elevensigns", "Use at least 12 characters.")]
    [InlineData("twelve signs", null)]
    public void A_password_has_twelve_characters_and_no_other_rule(string password, string? error)
    {
        var result = First().Validate(new FirstAdministratorInput
        {
            Code = "c", FirstName = "A", LastName = "B", Email = "admin@demo.example", Password = password,
        });

        Assert.Equal(error, result.ErrorOf("Password"));
        Assert.Equal(error is null, result.IsValid);
    }

    private static FirstAdministratorValidator First() =>
        new(Localizers.Of<AccountsTexts>(), Localizers.Of<SharedTexts>());
}
