# A messy client from an empty folder on, in a pseudo-terminal: init, the papers, what only the applicant knows.
# Arguments: the program, the folder, the folder of papers, and `table` where the rights are copied from a workbook.
# Prints how many answers were given, with how many keys; a paste is two.
import json
import os
import sys
import pexpect

program, folder, papers = sys.argv[1:4]
has_table = sys.argv[4:] == ['table']
down, space, enter = '\x1b[B', ' ', '\r'
answers = keys = 0
env = {**os.environ, 'NO_COLOR': '1', 'LC_ALL': 'zh_CN.UTF-8', 'TERM': 'xterm'}
env.pop('FORCE_COLOR', None)
child = pexpect.spawn('node', [program, 'init', '.', '--category', 'national/2026/little-giant'],
                      cwd=folder, env=env, encoding='utf-8', timeout=600, dimensions=(60, 300))


def press(*strokes):
    global keys
    for stroke in strokes:
        keys += 1 if stroke in (down, space, enter) else len(stroke)
        child.send(stroke)


def ask(label, *strokes, cursor=None):
    """Answers one question; in a list typed until the cursor stands on `cursor`."""
    global answers
    answers += 1
    child.expect_exact(f'? {label}')
    press(*strokes)
    if cursor is not None:
        child.expect_exact(f'❯ {cursor}')
    press(enter)
    child.expect_exact(f'✔ {label}')


ask('企业名称', '江苏示例精密机械有限公司')
ask('今天不在这一类的适用日期', '20260508')
ask('收到的材料在哪个文件夹', papers)
# The photo of the licence stands first; what is certain is selected.
ask('放哪些', space)
ask('收到/IMG_2034.JPG 放到哪一类附件', '营业执照', cursor='企业营业执照复印件')
# What they say of the form is among it: the code of credit, the day of registration.
ask('下面是从文件里读出的内容', 'a')
ask('注册地', '江宁', cursor='江苏省 南京市 江宁区')
ask('通讯地址', '南京市江宁区示例路18号3幢')
ask('所属国民经济行业', '3453', cursor='3453')
ask('联系人', '林晓雯 025-50000026 13900000026')
ask('主导产品名称', 'JX系列高精度行星减速器')
# `<` goes back, and what is written stays.
ask('主导产品类别代码')
ask('从事特定细分市场时间', '<')
ask('主导产品类别代码')
ask('从事特定细分市场时间', '9')
ask('专精特新发展评价得分', '71.5')
ask('是／否', '否 否')
ask('主导产品细分市场占有率', '14.1')
ask('国内排名', '4')
ask('财务数据采用合并报表', '否', cursor='否')
ask('全职员工数量', '224')
# All else of this section stands in the audit reports.
ask('上年度主导产品销售收入', '14900')
ask('是／否', '是 否')
table = '''名称\t授权号或登记号\t类别\t有效期至\t本企业为权利人\t取得方式\t与主导产品相关并已应用、有效益
一种行星减速器齿轮磨削方法\tZL201819900016.3\t发明专利\t2038-03-11\t是\t自主研发\t是
一种低噪声减速器齿形修形方法\tZL202019900041.9\t发明专利\t2040-04-15\t是\t自主研发\t是
精密传动芯片布图\tBS.235000001\t集成电路布图设计专有权\t2033-02-08\t是\t自主研发\t是
减速器状态监测芯片布图\tBS.245000002\t集成电路布图设计专有权\t2034-06-20\t是\t自主研发\t是
'''
if has_table:
    # None of what the certificates say; `a` selects all and then nothing.
    ask('读出的Ⅰ类知识产权，写入哪些', 'a', 'a')
    child.expect_exact('? Ⅰ类知识产权：现有')
    child.send('\x1b[200~' + table.replace('\n', '\r\n') + '\x1b[201~')
    child.expect_exact('［粘贴1：5 行')
    keys += 2
    answers += 1
    press(enter)
    child.expect_exact('✔ Ⅰ类知识产权：现有')
    ask('这 4 项，这样写入吗')
    ask('Ⅰ类知识产权：现有')
else:
    # What they say is listed; how each right was obtained is asked once for all.
    ask('读出的Ⅰ类知识产权，写入哪些')
    ask('以上 4 项都是', '自 是')
ask('曾用名', '无')
ask('承诺与声明', '都是')
ask('读出的所持称号，写入哪些')
ask('专精特新中小企业', '2')
child.expect_exact('检查结果')
child.expect(pexpect.EOF)
child.close()
assert child.exitstatus == 0, child.exitstatus
print(json.dumps({'answers': answers, 'keys': keys}))
