namespace AssistPortal.Web.Features.Staff.Users;

internal static class UsersSetup
{
    public static IServiceCollection AddUserPages(this IServiceCollection services) => services
        .AddSingleton<RoleWords>()
        .AddScoped<UserList>()
        .AddScoped<UserPages>();
}
