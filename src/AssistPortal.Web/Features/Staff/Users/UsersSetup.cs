namespace AssistPortal.Web.Features.Staff.Users;

internal static class UsersSetup
{
    public static IServiceCollection AddUserPages(this IServiceCollection services) => services
        .AddSingleton<RoleWords>()
        .AddSingleton<UserValidator>()
        .AddScoped<UserList>()
        .AddScoped<UserPages>();
}
