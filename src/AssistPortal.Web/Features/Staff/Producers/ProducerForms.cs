using AssistPortal.Assist;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Makes the page of a producer's profile, and finds accounts of producers.</summary>
public sealed class ProducerForms(
    PortalDbContext db, ProducerBook book, CoverCheck cover, ProducerWords words, ILookupNormalizer normalizer)
{
    /// <summary>The page with what is saved; null where there is no such producer.</summary>
    public async Task<ProducerPage?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } producer)
        {
            return null;
        }

        var packages = await words.PackagesAsync(cancellationToken);
        var account = producer.UserId is { } userId
            ? await db.Users.Where(user => user.Id == userId).Select(user => user.Email).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new ProducerPage
        {
            Producer = producer,
            Input = ProducerInput.From(producer, account, packages.Keys),
            Packages = packages,
            Uncovered = await cover.FindAsync(producer, cancellationToken),
        };
    }

    public async Task<ProducerPage> NewAsync(ProducerInput? input, CancellationToken cancellationToken)
    {
        var packages = await words.PackagesAsync(cancellationToken);
        return new ProducerPage { Input = input ?? ProducerInput.New(packages.Keys), Packages = packages };
    }

    /// <summary>The account that was typed: of somebody with the role of a producer.</summary>
    /// <returns>False where there is none such.</returns>
    public async Task<(bool IsFound, Guid? UserId)> AccountAsync(string? typed, CancellationToken cancellationToken)
    {
        if (Tolerant.Code(typed) is not { Length: > 0 } email)
        {
            return (true, null);
        }

        var normalized = normalizer.NormalizeEmail(email);
        var userId = await db.Users
            .Where(user => user.NormalizedEmail == normalized)
            .Where(user => db.UserRoles.Any(link => link.UserId == user.Id
                && db.Roles.Any(role => role.Id == link.RoleId && role.Name == AssistRoles.Producer)))
            .Select(user => (Guid?)user.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return (userId is not null, userId);
    }
}
