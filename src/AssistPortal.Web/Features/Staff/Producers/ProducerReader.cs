using AssistPortal.Assist;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Reads a producer's profile.</summary>
public sealed class ProducerReader(
    PortalDbContext db,
    ILookupNormalizer normalizer,
    IValidator<ProducerInput> validator,
    IStringLocalizer<ProducersTexts> texts)
{
    /// <summary>The profile, or what is wrong.</summary>
    /// <param name="input">As typed.</param>
    /// <param name="packages">Keys of the packages that there are.</param>
    /// <param name="cancellationToken">Nobody waits any longer.</param>
    public async Task<(ProducerDetails? Details, ValidationResult Result)> ReadAsync(
        ProducerInput input, IReadOnlyCollection<int> packages, CancellationToken cancellationToken)
    {
        var result = await validator.ValidateAsync(input, cancellationToken);
        var userId = await AccountAsync(input.Account, cancellationToken);
        if (userId is null && Tolerant.Code(input.Account).Length > 0)
        {
            result.Errors.Add(new ValidationFailure(nameof(input.Account), texts["Account.Unknown"]));
        }

        return (result.IsValid ? input.Read(userId, packages) : null, result);
    }

    /// <summary>
    /// The account of that address, of somebody with the role of a producer; null where there is none such.
    /// </summary>
    private Task<Guid?> AccountAsync(string? typed, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(Tolerant.Code(typed));
        return db.Users
            .Where(user => user.NormalizedEmail == normalized)
            .Where(user => db.UserRoles.Any(link => link.UserId == user.Id
                && db.Roles.Any(role => role.Id == link.RoleId && role.Name == AssistRoles.Producer)))
            .Select(user => (Guid?)user.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
